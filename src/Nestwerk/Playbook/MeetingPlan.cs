using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>
/// A meeting being put together. It belongs to an organisation: its author and co-facilitators change it, colleagues read it.
/// Every change keeps what was before, so that it can be undone.
/// </summary>
public sealed class MeetingPlan
{
    public const int MostBlocks = 60;

    /// <summary>How many changes can be undone; older ones are swept away once a day.</summary>
    public const int UndoDepth = 50;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid AuthorId { get; init; }
    public PlanFacts Facts { get; private set; } = new();
    public List<PlanBlock> Blocks { get; } = [];
    public List<CoFacilitator> CoFacilitators { get; } = [];

    /// <summary>Its past, as far as it was loaded: always the newest changes.</summary>
    public List<PlanChange> Changes { get; } = [];

    /// <summary>The day of the meeting, as in <see cref="Facts"/>: for lists and for the packing list of a week.</summary>
    public DateOnly? Date { get; private set; }
    public string Title { get; private set; } = "";
    public long Revision { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public DateTime? ReadyAt { get; private set; }
    public DateTime? ArchivedAt { get; private set; }
    public DateTime? DeletedAt { get; private set; }

    public Held Held => new(DataClass.Working, [OrganisationId], [AuthorId, .. CoFacilitators.Select(person => person.PersonId)]);

    public IEnumerable<PlanBlock> InOrder() => Blocks.OrderBy(block => block.Position);

    public PlanBlock? Find(Guid block) => Blocks.Find(each => each.Id == block);

    /// <summary>Sets the facts without a past: for a plan that is being made.</summary>
    public void Begin(PlanFacts facts, DateTime now)
    {
        Facts = facts;
        Touch(now);
    }

    /// <summary>Takes over the blocks and facts of a meeting given before, with its recipe versions; not its day.</summary>
    public void CopyFrom(MeetingPlan given, string title, DateTime now)
    {
        Facts = given.Facts with { Title = title.Length > 0 ? title : given.Facts.Title, Date = null };
        Blocks.AddRange(given.InOrder().Select(block => block.Copy()));
        Touch(now);
    }

    /// <returns>Whether the circle of co-facilitators changed.</returns>
    public bool ShareWith(IEnumerable<Guid> people, DateTime now)
    {
        var wanted = people.Where(person => person != AuthorId).ToHashSet();
        if (wanted.SetEquals(CoFacilitators.Select(person => person.PersonId)))
            return false;
        CoFacilitators.RemoveAll(person => !wanted.Contains(person.PersonId));
        wanted.ExceptWith(CoFacilitators.Select(person => person.PersonId));
        CoFacilitators.AddRange(wanted.Select(person => new CoFacilitator { PersonId = person }));
        Touch(now);
        return true;
    }

    /// <summary>Somebody who stops here makes place for somebody who goes on. Who made it stays written.</summary>
    public void HandTo(Guid person, Guid from) =>
        ShareWith([.. CoFacilitators.Select(each => each.PersonId).Where(each => each != from), person], ChangedAt);

    public void Describe(PlanFacts facts, DateTime now)
    {
        if (facts == Facts)
            return;
        Remember("facts", now);
        Facts = facts;
        Touch(now);
    }

    public void Add(PlanBlock block, DateTime now) => Add([block], Blocks.Count, "add", now);

    /// <summary>Puts blocks in one after another from a place on, as one change.</summary>
    public void Add(IReadOnlyList<PlanBlock> blocks, int place, string what, DateTime now)
    {
        Remember(what, now);
        var order = InOrder().ToList();
        order.InsertRange(place, blocks);
        Blocks.AddRange(blocks);
        Number(order);
        Touch(now);
    }

    /// <summary>Moves a block to a place among the others (0 is first); places outside are taken as the nearest end.</summary>
    public void Move(PlanBlock block, int place, DateTime now)
    {
        var order = InOrder().Where(each => each != block).ToList();
        place = Math.Clamp(place, 0, order.Count);
        if (block.Position == place)
            return;
        Remember("move", now);
        order.Insert(place, block);
        Number(order);
        Touch(now);
    }

    public void SetMinutes(PlanBlock block, int minutes, DateTime now)
    {
        minutes = Math.Clamp(minutes, 0, RecipeRules.MostMinutes);
        if (minutes == block.Minutes)
            return;
        Remember("minutes", now);
        block.Minutes = minutes;
        Touch(now);
    }

    public void Lock(PlanBlock block, TimeOnly? start, DateTime now)
    {
        if (block.LockedStart == start)
            return;
        Remember(start is null ? "unlock" : "lock", now);
        block.LockedStart = start;
        Touch(now);
    }

    public void Rewrite(PlanBlock block, BlockText text, DateTime now)
    {
        if (block.Text == text)
            return;
        Remember("rewrite", now);
        block.Text = text;
        Touch(now);
    }

    /// <summary>Takes the newer version of the recipe; the minutes stay as the facilitator set them.</summary>
    public void TakeVersion(PlanBlock block, int number, DateTime now)
    {
        if (block.RecipeNumber == number)
            return;
        Remember("version", now);
        block.RecipeNumber = number;
        Touch(now);
    }

    public void Remove(PlanBlock block, DateTime now)
    {
        Remember("remove", now);
        Blocks.Remove(block);
        Number(InOrder());
        Touch(now);
    }

    /// <returns>What was undone, or null when there is nothing left to undo.</returns>
    public string? Undo(DateTime now)
    {
        if (Changes.MaxBy(change => change.Number) is not { } last)
            return null;
        Changes.Remove(last);
        last.Before.Restore(this);
        Touch(now);
        return last.What;
    }

    public void DeclareReady(DateTime now) => (ReadyAt, Revision) = (now, Revision + 1);

    public void Archive(DateTime now) => (ArchivedAt, Revision) = (ArchivedAt ?? now, Revision + 1);

    public void Unarchive() => (ArchivedAt, Revision) = (null, Revision + 1);

    public void Delete(DateTime now) => (DeletedAt, Revision) = (DeletedAt ?? now, Revision + 1);

    public void Restore() => (DeletedAt, Revision) = (null, Revision + 1);

    internal void PutBack(PlanFacts facts) => Facts = facts;

    static void Number(IEnumerable<PlanBlock> order)
    {
        foreach (var (place, block) in order.ToList().Index())
            block.Position = place;
    }

    void Remember(string what, DateTime now) => Changes.Add(PlanChange.Of(this, what, now));

    void Touch(DateTime now)
    {
        (Date, Title, ChangedAt) = (Facts.Date, Facts.Title, now);
        ReadyAt = null;
        Revision++;
    }
}
