using System.ComponentModel.DataAnnotations;

namespace Nestwerk.Shared;

/// <summary>How long what is kept of a family stays after its reason ended. Months, counted from the end; 0 is that night.</summary>
public sealed class RetentionOptions : IValidatableObject
{
    const int Longest = 120;

    /// <summary>After the end of the group she took part in.</summary>
    public int GroupMonths { get; set; } = 12;

    /// <summary>After the end of a trajectory with a care team.</summary>
    public int TrajectoryMonths { get; set; } = 24;

    /// <summary>After a referral that led to nothing, and for a family beside which nobody ever stood.</summary>
    public int ReferralMonths { get; set; } = 6;

    /// <summary>After the end of a match with a volunteer.</summary>
    public int MatchMonths { get; set; } = 12;

    /// <summary>How she is reached, when nobody stands beside her any more.</summary>
    public int ContactMonths { get; set; }

    /// <summary>A request of hers that was done or stopped.</summary>
    public int RequestMonths { get; set; } = 12;

    /// <summary>A message after it left or was given up; never before the link in it ends.</summary>
    public int MessageMonths { get; set; } = 1;

    /// <summary>That a parent was in on her own page.</summary>
    public int SessionMonths { get; set; } = 3;

    /// <summary>A reminder to ask something again, after its day or after it was done.</summary>
    public int ReminderMonths { get; set; } = 3;

    IEnumerable<int> All =>
        [
            GroupMonths,
            TrajectoryMonths,
            ReferralMonths,
            MatchMonths,
            ContactMonths,
            RequestMonths,
            MessageMonths,
            SessionMonths,
            ReminderMonths,
        ];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (All.Any(months => months is < 0 or > Longest))
            yield return new($"Nestwerk:Retention: months must lie between 0 and {Longest}.");
    }
}
