using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>Encrypts new keys of the ring with the key file; without one they stand in the database as they are.</summary>
public sealed class KeyFileEncryptor(KeyFile file) : IXmlEncryptor
{
    internal const string Sealed = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => file.Exists
        ? new(new XElement(Sealed, Convert.ToBase64String(file.Encrypt(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))), typeof(KeyFileDecryptor))
        : new NullXmlEncryptor().Encrypt(plaintextElement);
}
