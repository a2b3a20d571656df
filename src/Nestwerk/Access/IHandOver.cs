namespace Nestwerk.Access;

/// <summary>
/// What somebody leaves behind when she stops working at an organisation. Each domain that keeps things by person brings one;
/// before she goes, her admin is asked who takes them over.
/// </summary>
public interface IHandOver
{
    /// <summary>Text key of the sentence that names how many there are; counted with <see cref="Nestwerk.Shared.T.Count"/>.</summary>
    string Text { get; }

    Task<int> CountAsync(Guid person, Guid organisation, CancellationToken cancel);

    Task HandAsync(Guid from, Guid to, Guid organisation, CancellationToken cancel);
}
