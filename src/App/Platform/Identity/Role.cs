namespace ResilienceMonitor.Platform.Identity;

/// <summary>What somebody is for one body. A person may have several roles in a body, and other ones in another.</summary>
public enum Role
{
    /// <summary>Sees the model and the results.</summary>
    Reader,

    /// <summary>Changes the model.</summary>
    Editor,

    /// <summary>Responsible for keeping the body able to act; the widest role for content.</summary>
    ContinuityOfficer,

    /// <summary>Knows the resources and their restart.</summary>
    It,

    /// <summary>Works in the crisis team.</summary>
    CrisisStaff,

    /// <summary>Decides who may do what, and what others may see.</summary>
    BodyAdministrator,

    /// <summary>Answers questions by a link, without an account.</summary>
    Respondent,

    /// <summary>Supports other bodies and sees of them what they allow.</summary>
    CoordinationOffice,

    /// <summary>Reads everything of one body, the trail included, and changes nothing.</summary>
    Auditor,
}
