using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>A text about a family that stands sealed, with who told it and who wrote it down.</summary>
public abstract class FamilyText : IFamilyRow
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid? SubjectId { get; init; }
    public required Guid? ToldBy { get; init; }
    public required Guid? WrittenBy { get; init; }
    public DateTime? ShownAt { get; private set; }
    public required DateTime At { get; init; }

    /// <summary>What it says; sealed.</summary>
    public Sealed Text { get; private set; } = null!;

    string Column => $"{GetType().Name}.Text";

    public string TextIn(FamilySeal seal) => seal.Open(Text, Column, Id);

    public void Say(string text, FamilySeal seal) => Text = seal.Seal(text, Column, Id);

    public void Show(DateTime now) => ShownAt ??= now;
}

/// <summary>What a family practically needs: an interpreter, a push-chair at the door, another child who comes along.</summary>
[Holds(DataClass.Needs)]
[Keeps("to be ready for her: interpreter, push-chair, another child", Terms.Family)]
public sealed class PracticalNeed : FamilyText
{
    /// <summary>When it was no longer so.</summary>
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime now) => EndedAt ??= now;
}

static class PracticalNeeds
{
    /// <summary>As she named them: what she said first stands first.</summary>
    public static IOrderedQueryable<PracticalNeed> InTheirOrder(this IQueryable<PracticalNeed> needs) =>
        needs.OrderBy(each => each.At).ThenBy(each => each.Id);
}

/// <summary>What the people around her know together.</summary>
[Holds(DataClass.Care)]
[Keeps("what those who stand beside her need to know together", Terms.Family)]
public sealed class CareNote : FamilyText;

/// <summary>For named readers only. It stands in no search, no list of others, no notice and no export but its writer's.</summary>
[Holds(DataClass.Confidential, ByPart = true)]
[Keeps("for named readers only", Terms.Family)]
public sealed class SensitiveNote : FamilyText;

/// <summary>A paragraph of her story, told once. She chooses for each who may read it.</summary>
[Holds(DataClass.Care, ByPart = true)]
[Keeps("her story, told once, for whom she chooses", Terms.Family, About = "who told it")]
public sealed class StoryParagraph : FamilyText
{
    public required int Position { get; set; }

    /// <summary>When she wrote it anew or took it out; what others read before is not shown any more.</summary>
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime now) => EndedAt ??= now;
}
