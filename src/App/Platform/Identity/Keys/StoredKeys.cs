using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity.Keys;

/// <summary>The key ring in the database, so that every node has the same one. The framework asks for it synchronously, and seldom.</summary>
public sealed class StoredKeys(UnitsOfWork units) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(units.RunAs<AppDb, IReadOnlyCollection<XElement>>(Actor.Nobody, async db =>
        [.. (await db.Set<ProtectionKey>().AsNoTracking().OrderBy(k => k.Id).ToListAsync()).Select(k => XElement.Parse(k.Xml))]));

    public void StoreElement(XElement element, string friendlyName) => Wait(units.RunAs<AppDb, int>(Actor.Nobody, db =>
    {
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        return db.SaveChangesAsync();
    }));

    // Beside the caller's context, so that it cannot wait for itself.
    private static T Wait<T>(Task<T> work) => work.ConfigureAwait(false).GetAwaiter().GetResult();
}
