namespace ResilienceMonitor.Platform;

/// <summary>Named limits on everything that grows.</summary>
public static class Limits
{
    public const int KeyLength = 120;
    public const int NameLength = 200;
    public const int ReasonLength = 1_000;

    /// <summary>Services, resources and so on of one body.</summary>
    public const int ItemsPerKind = 5_000;

    /// <summary>Services or resources that are changed together on one page; more go by tables.</summary>
    public const int ChangedTogether = 500;

    /// <summary>Characters of one comment.</summary>
    public const int CommentLength = 2_000;

    /// <summary>Comments on one item.</summary>
    public const int CommentsPerItem = 200;

    /// <summary>Comments of one body that a search looks at, the newest.</summary>
    public const int CommentsSearched = 2_000;

    /// <summary>Hits of one sort that a search shows.</summary>
    public const int FoundPerSort = 10;

    /// <summary>Simulations that are kept in memory while sliders are moved.</summary>
    public const int KeptPreviews = 16;

    /// <summary>Resources, services and what joins them in one picture; beyond that the path of a single service is drawn.</summary>
    public const int PictureNodes = 400;

    /// <summary>Bodies of one installation.</summary>
    public const int Bodies = 50_000;

    /// <summary>Bodies simulated together.</summary>
    public const int BodiesPerRegion = 1_000;

    /// <summary>Agreements between neighbours shown on the page of a region, those with gaps first.</summary>
    public const int CoverRows = 200;

    /// <summary>People with an account in one body.</summary>
    public const int MembersPerBody = 2_000;

    /// <summary>Links of one body that are open at the same time.</summary>
    public const int OpenInvitations = 200;

    /// <summary>API tokens of one body that work at the same time.</summary>
    public const int TokensPerBody = 50;

    /// <summary>Consents of one body that hold at the same time.</summary>
    public const int ConsentsPerBody = 2_000;

    /// <summary>Consents of one body, or for it, that can be listed: several of each body of an installation.</summary>
    public const int ConsentsListed = 20_000;

    /// <summary>Lines on one page of a long list.</summary>
    public const int PageRows = 50;

    /// <summary>Uses of consents shown on one page.</summary>
    public const int ConsentUses = 500;

    /// <summary>Uses of one address with a link, from one computer in one minute.</summary>
    public const int LinksPerMinute = 30;

    /// <summary>Entries of the history on one page.</summary>
    public const int HistoryRows = 100;

    /// <summary>Pages of the trail that can be turned to; what is older is in its export.</summary>
    public const int TrailPages = 1_000;

    /// <summary>Runs a person may ask for.</summary>
    public const int Runs = 100_000;

    /// <summary>Things that can be named as back in an outage; they stand in an address.</summary>
    public const int KnownReturns = 60;

    /// <summary>Measures one council paper proposes.</summary>
    public const int PaperMeasures = 12;

    /// <summary>How exact a result may be asked for, as a share of its figures: more exact takes too many runs, less exact says nothing.</summary>
    public const double FinestAccuracy = 0.001;

    public const double CoarsestAccuracy = 0.5;

    /// <summary>Resources and services times runs of one simulation: each value takes some 20 bytes while it is computed.</summary>
    public const int SimulatedValues = 150_000_000;

    /// <summary>Districts times runs of a whole list: sums for each take about 200 bytes.</summary>
    public const int DistrictRuns = 5_000_000;

    /// <summary>Jobs that people of one body have waiting or running at the same time.</summary>
    public const int OpenJobs = 20;

    /// <summary>Jobs a node does at the same time.</summary>
    public const int JobsAtOnce = 4;

    /// <summary>Heavy jobs a node does at the same time: one already uses every core.</summary>
    public const int HeavyJobsAtOnce = 1;

    /// <summary>How often a job is tried.</summary>
    public const int JobAttempts = 3;

    /// <summary>Bytes of what a job needs to know.</summary>
    public const int JobPayloadLength = 20_000;

    /// <summary>Days for which an ended job is remembered.</summary>
    public const int EndedJobDays = 30;

    /// <summary>Days after which a session nobody used is forgotten.</summary>
    public const int SessionDays = 30;

    /// <summary>Rows the house work deletes of one body at a time; the rest goes the next night.</summary>
    public const int PurgedRows = 5_000;

    /// <summary>Reminders shown at the same time.</summary>
    public const int Notices = 10;

    /// <summary>Bytes of a file that is kept.</summary>
    public const int StoredFileBytes = 10 * 1024 * 1024;

    /// <summary>Files one body has kept at the same time.</summary>
    public const int StoredFiles = 100;

    /// <summary>Days during which a removed item can be brought back.</summary>
    public const int UndoDays = 30;

    /// <summary>Bytes of a package file.</summary>
    public const long PackageBytes = 100L * 1024 * 1024;

    /// <summary>Sheets of one file of tables.</summary>
    public const int TableSheets = 40;

    /// <summary>Rows of one table of a model.</summary>
    public const int TableRows = 20_000;

    /// <summary>Headings of lists of which one body remembers the meaning.</summary>
    public const int KnownHeads = 1_000;

    /// <summary>Lists a body already had that are kept.</summary>
    public const int OwnLists = 50;

    /// <summary>Rows of one of them.</summary>
    public const int ListRows = 3_000;

    /// <summary>Characters of one of their cells that are kept.</summary>
    public const int ListCell = 500;

    /// <summary>Rows of an answer sheet of a provider.</summary>
    public const int AnswerRows = 500;

    /// <summary>Bytes of a file of outlines.</summary>
    public const int OutlineBytes = 10 * 1024 * 1024;

    /// <summary>Outlines in one file.</summary>
    public const int OutlineFeatures = 2_000;

    /// <summary>Points of all outlines of one file.</summary>
    public const int OutlinePoints = 600_000;

    /// <summary>Points of all outlines that are drawn; what a person sees needs no more.</summary>
    public const int DrawnPoints = 12_000;

    /// <summary>Items in one answer to a program.</summary>
    public const int ApiPage = 200;

    /// <summary>Requests of programs from one computer in one minute.</summary>
    public const int ApiPerMinute = 6_000;

    /// <summary>Runs a program may ask for in one answer.</summary>
    public const int ApiRuns = 5_000;

    /// <summary>Characters of one text that a program sends.</summary>
    public const int ApiText = 4_000;
}
