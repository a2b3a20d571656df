using Nestwerk.Data;
using Nestwerk.Families.Officer;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>The families about which a breach or an order of a court is being settled: until then the law asks to keep what there is.</summary>
public sealed class LegalHolds(NestwerkDb db, HouseClock clock)
{
    public IQueryable<Guid> Now()
    {
        var oldest = clock.Utc.AddDays(-OfficerCase.Days);
        return db.Set<OfficerCase>()
            .Where(each => each.Kind != CaseKind.Request && each.RefusedAt == null && each.ClosedAt == null)
            .Where(each => (each.ConfirmedAt ?? each.OpenedAt) > oldest)
            .Select(each => each.OfFamily);
    }
}
