namespace Nestwerk.Access;

/// <summary>How private something is. A class that is not named here is not stored.</summary>
public enum DataClass
{
    /// <summary>C0: the recipe book and the lists it uses.</summary>
    Public,

    /// <summary>C1: meetings, materials, running work of an organisation.</summary>
    Working,

    /// <summary>Who works at an organisation, in which roles, and how she signs in.</summary>
    Staff,

    /// <summary>C2: how she is called and how she is safely reached.</summary>
    Contact,

    /// <summary>C3: where she takes part.</summary>
    Attendance,

    /// <summary>The practical part of C4: language, interpreter, whom she brings along.</summary>
    Needs,

    /// <summary>C4: shared notes, her story, steps of a trajectory, the reason of a referral.</summary>
    Care,

    /// <summary>C5: for named readers only.</summary>
    Confidential,

    /// <summary>C6: measures without a name.</summary>
    Pseudonymous,
}

/// <summary>Several classes of family data, as a relation opens them.</summary>
[Flags]
public enum DataClasses
{
    None = 0,
    Contact = 1 << DataClass.Contact,
    Attendance = 1 << DataClass.Attendance,
    Needs = 1 << DataClass.Needs,
    Care = 1 << DataClass.Care,
    Confidential = 1 << DataClass.Confidential,
    Pseudonymous = 1 << DataClass.Pseudonymous,
    Group = Contact | Attendance | Needs,
    Whole = Contact | Attendance | Needs | Care | Confidential,
}

public static class DataClassFlags
{
    /// <summary>The same class, as one of several.</summary>
    public static DataClasses Flag(this DataClass data) => (DataClasses)(1 << (int)data);
}

/// <summary>What it is used for. A consent names one; a page asks for one.</summary>
public enum Purpose
{
    DeliverGroup,
    Refer,
    CoordinateTrajectory,
    SupportVolunteer,
    Evaluate,
    Administer,
    SubjectRequest,
    Emergency,
}

public enum Act
{
    Read,
    Write,
}

/// <summary>Why the answer is what it is. Kept in the audit, never shown.</summary>
public enum Reason
{
    Allowed,
    NotSignedIn,
    NoSecondFactor,
    NoRole,
    OtherOrganisation,
    NotHers,
    Excluded,
    Restricted,
    OtherController,
    NoRelation,
    NoConsent,
    Protected,

    /// <summary>Allowed, by breaking the glass.</summary>
    BrokenGlass,
}
