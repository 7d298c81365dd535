using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>Reads what <see cref="KeyFileEncryptor"/> wrote; the framework makes it by the name that stands beside the key.</summary>
public sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<KeyFile>().Decrypt(Convert.FromBase64String(encryptedElement.Value))));
}
