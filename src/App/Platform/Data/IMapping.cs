using Microsoft.EntityFrameworkCore;

namespace ResilienceMonitor.Platform.Data;

/// <summary>Tables of a feature that are not items of a body's model.</summary>
public interface IMapping
{
    void Map(ModelBuilder model, AppDb db);
}
