namespace Nestwerk.Shared;

/// <summary>What something that runs, reminds or sends by itself has to do with families.</summary>
public enum Touches
{
    /// <summary>Nothing: meetings, books, mail about accounts, the machine.</summary>
    NoFamily,

    /// <summary>It works on what is kept of families and shows, asks and sends nobody anything: keys, audit, retention.</summary>
    FamiliesUnseen,

    /// <summary>It reminds, asks, counts or sends about families, and so leaves the quiet ones alone.</summary>
    FamiliesUnlessQuiet,

    /// <summary>Somebody of a family asked for it herself a moment ago, and it answers her: also in a quiet one.</summary>
    AnswersHer,

    /// <summary>It looks after the safety of families, the quiet ones too; nobody of a family gets anything from it.</summary>
    SafetyOfFamilies,
}

/// <summary>
/// Everything that runs, reminds or sends by itself says what it has to do with families. After a loss nothing may come by itself:
/// a test walks all of it, and fails for what does not say so or says it leaves quiet families alone and never asks.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ByItselfAttribute(Touches touches) : Attribute
{
    public Touches Touches => touches;
}
