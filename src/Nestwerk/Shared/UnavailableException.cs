namespace Nestwerk.Shared;

/// <summary>Something the answer depends on cannot be had just now: answer 503.</summary>
public abstract class UnavailableException(string message, Exception? inner = null) : Exception(message, inner);
