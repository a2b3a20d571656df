using System.Globalization;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>A training somebody followed, with what it is worth today. Only the last time counts.</summary>
public sealed record LogLine(Guid Id, Guid Person, Words Title, DateOnly On, DateOnly? RenewBy, TrainingState State)
{
    public static IReadOnlyList<LogLine> Of(IEnumerable<TrainingFollowed> followed, IReadOnlyList<TrainingRow> all, DateOnly today) =>
        [
            .. from each in followed
            let training = all.First(row => row.Training.Id == each.TrainingId).Training
            select new LogLine(
                each.Id,
                each.PersonId,
                training.Title,
                each.On,
                TrainingRules.RenewBy(each.On, training.RenewAfterMonths),
                TrainingRules.State(each.On, training.RenewAfterMonths, today)
            ),
        ];
}

/// <summary>Notes who followed which training when, and takes it away again.</summary>
public sealed class TrainingLog(NestwerkDb db, Actor actor, AuditTrail audit)
{
    public void Note(Guid training, Guid person, DateOnly on)
    {
        var line = new TrainingFollowed
        {
            Id = Ids.New(),
            TrainingId = training,
            PersonId = person,
            On = on,
            RecordedBy = actor.PersonId,
        };
        db.Add(line);
        audit.Wrote("training.noted", line.Id);
    }

    public void Remove(TrainingFollowed line)
    {
        db.Remove(line);
        audit.Wrote("training.note-removed", line.Id);
    }
}

/// <summary>The day on which somebody followed a training, as the browser sends it.</summary>
static class LogDay
{
    const int MostYears = 60;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static IEnumerable<Problem> Problems(string field, string? text, DateOnly today)
    {
        if (Read(text) is not { } day || day < today.AddYears(-MostYears))
            yield return new(field, "trainings.day");
        else if (day > today)
            yield return new(field, "trainings.future");
    }
}
