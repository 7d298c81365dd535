using System.Xml;
using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>The keys of cookies and forms, made and read as the framework does it, wherever the program keeps them.</summary>
public sealed class KeyRing(LabApp app) : IOwnFiles
{
    public string Area => Areas.Key;

    public Task<Change> WriteNext()
    {
        var begin = TimeProvider.System.GetUtcNow();
        var key = app.Keys.CreateNewKey(begin, begin.AddDays(90));
        return Task.FromResult(new Change(Area, $"{key.KeyId}", 1));
    }

    public string? Check(IReadOnlyDictionary<string, int> acknowledged)
    {
        try
        {
            var keys = app.Keys.GetAllKeys();
            if (keys.FirstOrDefault(k => k.CreateEncryptor() is null) is { } unreadable) return $"the key {unreadable.KeyId} cannot be read";
            var missing = acknowledged.Keys.Except(keys.Select(k => $"{k.KeyId}")).FirstOrDefault();
            return missing is null ? null : $"the key {missing} was acknowledged and is gone";
        }
        catch (XmlException e)
        {
            return $"the key ring cannot be read: {e.Message}";
        }
    }
}
