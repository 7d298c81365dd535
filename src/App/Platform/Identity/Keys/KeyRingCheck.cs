using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>
/// A node that cannot read the key ring would make keys of its own beside it: people would be signed out from request to request, by chance. So it does
/// not start.
/// </summary>
public sealed class KeyRingCheck(IKeyManager keys, IXmlRepository stored, KeyFile file)
{
    /// <exception cref="StartProblem">A key that still counts cannot be read with the key file of this node.</exception>
    public void Require()
    {
        var counting = keys.GetAllKeys().Where(k => !k.IsRevoked).Select(k => k.KeyId).ToHashSet();
        foreach (var box in stored.GetAllElements().Where(e => counting.Contains((Guid?)e.Attribute("id") ?? Guid.Empty)).Descendants(KeyFileEncryptor.Sealed))
            try
            {
                file.Decrypt(Convert.FromBase64String(box.Value));
            }
            catch (CryptographicException)
            {
                throw new StartProblem(Refusal.Of<IdentityTexts>("keys.file-wrong"));
            }
    }
}
