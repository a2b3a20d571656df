using Nestwerk.Shared;

namespace Nestwerk.Data;

/// <summary>
/// Lets one writer at a time through to a SQLite file, in order of arrival, so that nobody meets a busy database.
/// On PostgreSQL it stands open. It is not re-entrant.
/// </summary>
public sealed class WriteGate(bool closed, TimeSpan timeout) : IDisposable
{
    readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Waits for a turn; dispose the answer to let the next one through.</summary>
    /// <exception cref="GateTimeoutException">No turn came in time: answer 503.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        if (!closed)
            return new Turn(null);
        if (!await one.WaitAsync(timeout, cancel))
            throw new GateTimeoutException();
        return new Turn(one);
    }

    public void Dispose() => one.Dispose();

    sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}

public sealed class GateTimeoutException() : UnavailableException("The database took too long to take its turn.");
