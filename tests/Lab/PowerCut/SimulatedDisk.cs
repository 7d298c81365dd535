namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>When a name (created, renamed, removed) is safe.</summary>
public enum NameRule
{
    /// <summary>As ext4 and its like do it: with the next flush of any file or directory, in order.</summary>
    Ordered,

    /// <summary>The least that POSIX promises: only with a flush of the directory itself.</summary>
    DirectoryOnly,
}

/// <summary>A disk that remembers what is safe. Steps go in one after the other; at any point the power can be cut.</summary>
public sealed class SimulatedDisk(NameRule rule)
{
    private readonly Dictionary<int, DiskFile> files = new() { [0] = new DiskFile(isDirectory: true) };
    private readonly Dictionary<string, DiskFile> now = new(StringComparer.Ordinal);
    private readonly List<NameChange> pending = [];

    private DiskFile Root => files[0];

    public void Take(Step step)
    {
        switch (step)
        {
            case Step.Create create:
                files[create.Node] = new DiskFile(create.IsDirectory);
                Rename(new NamePart(Directory(create.Path), create.Path, files[create.Node]));
                break;
            case Step.Rename rename:
                Rename(new NamePart(Directory(rename.To), rename.To, now[rename.From]), new NamePart(Directory(rename.From), rename.From, null));
                break;
            case Step.Link link: Rename(new NamePart(Directory(link.To), link.To, now[link.From])); break;
            case Step.Remove remove: Rename(new NamePart(Directory(remove.Path), remove.Path, null)); break;
            case Step.Write write: files[write.Node].Ask(step); break;
            case Step.Resize resize: files[resize.Node].Ask(step); break;
            case Step.Flush flush: Flush(files[flush.Node]); break;
        }
    }

    /// <summary>What is on the disk after a power cut now: contents by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Cut(Luck luck, Dice dice)
    {
        var names = new Dictionary<DiskFile, Dictionary<string, DiskFile>>();
        var count = luck switch { Luck.None => 0, Luck.Prefix => dice.Number(pending.Count + 1), _ => pending.Count };
        // Where the file system keeps names in order, luck ends somewhere; else each name has its own.
        if (luck == Luck.Torn && rule == NameRule.Ordered) count = dice.Number(pending.Count + 1);
        for (var i = 0; i < count; i++)
        {
            if (luck == Luck.Torn && rule == NameRule.DirectoryOnly && dice.Happens(0.5)) continue;
            foreach (var part in pending[i].Parts) part.Apply(NamesOf(part.Directory));
        }

        var image = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Collect(Root, "");
        return image;

        Dictionary<string, DiskFile> NamesOf(DiskFile directory) =>
            names.TryGetValue(directory, out var copy) ? copy : names[directory] = new Dictionary<string, DiskFile>(directory.Names, StringComparer.Ordinal);

        void Collect(DiskFile directory, string path)
        {
            foreach (var (name, file) in names.GetValueOrDefault(directory) ?? directory.Names)
                if (file.IsDirectory) Collect(file, $"{path}{name}/");
                else image[path + name] = file.Content(luck, dice);
        }
    }

    private void Flush(DiskFile file)
    {
        file.Flush();
        foreach (var change in pending.Where(c => rule == NameRule.Ordered || c.Parts.Any(p => p.Directory == file)).ToList())
        {
            foreach (var part in change.Parts) part.Apply(part.Directory.Names);
            pending.Remove(change);
        }
    }

    private void Rename(params NamePart[] parts)
    {
        pending.Add(new NameChange(parts));
        foreach (var part in parts)
            if (part.File is null) now.Remove(part.Path);
            else now[part.Path] = part.File;
    }

    private DiskFile Directory(string path) => Path.GetDirectoryName(path) is { Length: > 0 } parent ? now[parent] : Root;

    // The parts of one change reach the disk together.
    private sealed record NameChange(IReadOnlyList<NamePart> Parts);

    private sealed record NamePart(DiskFile Directory, string Path, DiskFile? File)
    {
        public void Apply(Dictionary<string, DiskFile> names)
        {
            var name = System.IO.Path.GetFileName(Path);
            if (File is null) names.Remove(name);
            else names[name] = File;
        }
    }
}
