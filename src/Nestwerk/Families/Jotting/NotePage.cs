using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Families.Known;
using Nestwerk.Shared;

namespace Nestwerk.Families.Jotting;

/// <summary>A note: the words first, then about whom and who told it.</summary>
public abstract class NotePage(FamilyReading reading, AuditTrail audit, T t) : FamilyForm(reading, audit)
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People => [.. Open.Here.Select(member => new SelectListItem(Called(member), $"{member.Id}"))];

    public IReadOnlyList<SelectListItem> Tellers =>
        [.. Open.Parents.Select(parent => new SelectListItem(Called(parent), $"{parent.Id}")), new(t["note.nobody"], $"{Guid.Empty}")];

    protected FamilyMember Whom => Open.Member(Input.About) ?? Open.First;

    /// <summary>The parent who told it; null when nobody of the family did.</summary>
    protected Guid? Teller => Open.Parents.FirstOrDefault(parent => parent.Id == Input.ToldBy)?.Id;

    protected override void Begin() => (Input.About, Input.ToldBy) = (Open.First.Id, Open.Parents.FirstOrDefault()?.Id ?? Guid.Empty);

    protected bool Takes() =>
        ModelState.Takes(t, TextProblems(Input.Text = Clean(Input.Text), nameof(Input.Text), FamilyRules.MostText, "note.missing"));

    string Called(FamilyMember member) => member.NameIn(Open.Seal) is { Length: > 0 } name ? name : t[$"family.kin.{member.Kin}"];
}

/// <summary>A note, as typed.</summary>
public sealed class NoteForm
{
    public string Text { get; set; } = "";
    public Guid? About { get; set; }
    public Guid? ToldBy { get; set; }
    public bool Share { get; set; }
    public List<Guid> Readers { get; set; } = [];
    public Evidence How { get; set; } = Evidence.Spoken;
    public List<Guid> Asked { get; set; } = [];
    public List<Guid> Declined { get; set; } = [];
}
