using ResilienceMonitor.Platform.Backup.Contents;
using ResilienceMonitor.Platform.Backup.Sealing;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Opens a backup, reads its header, and refuses what does not fit this installation before anything else is read.</summary>
internal static class ReadBackup
{
    public static Task<T> Of<T>(string file, BackupKey key, DatabaseChoice database, Func<BackupHeader, PartReader, Task<T>> read) =>
        BackupFile.Read(file, key, parts =>
        {
            var header = parts.ReadJson<BackupHeader>(PartWriter.Header);
            if (header.Format > BackupHeader.CurrentFormat) throw BackupRefusedException.Because("format-newer", header.Format, BackupHeader.CurrentFormat);
            if (header.SchemaVersion > Installation.CurrentSchema) throw BackupRefusedException.Because("schema-newer", header.SchemaVersion, Installation.CurrentSchema);
            if (header.Kind != StoreChoice.KindOf(database)) throw BackupRefusedException.Because(header.Kind == DatabaseKind.PostgreSql ? "kind.postgresql" : "kind.sqlite");
            return read(header, parts);
        });

    public static ProvenBackup Proven(string file, BackupHeader header, BackupManifest manifest) =>
        new(Path.GetFullPath(file), new FileInfo(file).Length, header.Made(), manifest.Tables.Count, manifest.Rows);
}
