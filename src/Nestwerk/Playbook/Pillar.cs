namespace Nestwerk.Playbook;

/// <summary>The three things a good meeting keeps in balance.</summary>
public enum Pillar
{
    /// <summary>Information: kennis, connaissances.</summary>
    Know,

    /// <summary>A hands-on activity: doen, faire.</summary>
    Do,

    /// <summary>Psycho-emotional attention: voelen, ressentir.</summary>
    Feel,
}

public static class Pillars
{
    public static readonly IReadOnlyList<Pillar> All = [Pillar.Know, Pillar.Do, Pillar.Feel];
}

/// <summary>Whole minutes per pillar.</summary>
public readonly record struct PillarMinutes(int Know, int Do, int Feel)
{
    public int Total => Know + Do + Feel;

    public int this[Pillar pillar] =>
        pillar switch
        {
            Pillar.Know => Know,
            Pillar.Do => Do,
            Pillar.Feel => Feel,
        };

    public static PillarMinutes operator +(PillarMinutes a, PillarMinutes b) => new(a.Know + b.Know, a.Do + b.Do, a.Feel + b.Feel);

    public static PillarMinutes Only(Pillar pillar, int minutes) =>
        pillar switch
        {
            Pillar.Know => new(minutes, 0, 0),
            Pillar.Do => new(0, minutes, 0),
            Pillar.Feel => new(0, 0, minutes),
        };

    /// <summary>The share of a pillar in percent, rounded to whole numbers; 0 when nothing counts.</summary>
    public int Percent(Pillar pillar) => Total == 0 ? 0 : (int)Math.Round(100.0 * this[pillar] / Total, MidpointRounding.AwayFromZero);

    /// <summary>The same mix in another length: whole minutes that add up exactly, the largest remainders rounded up.</summary>
    public PillarMinutes Stretched(int minutes)
    {
        if (Total == 0 || minutes == Total)
            return Total == 0 ? default : this;
        var total = Total;
        var mix = this;
        int[] whole = [.. Pillars.All.Select(pillar => mix[pillar] * minutes / total)];
        var byRemainder = Pillars.All.OrderByDescending(pillar => mix[pillar] * minutes % total).ThenBy(pillar => pillar);
        foreach (var pillar in byRemainder.Take(minutes - whole.Sum()))
            whole[(int)pillar]++;
        return new(whole[0], whole[1], whole[2]);
    }
}
