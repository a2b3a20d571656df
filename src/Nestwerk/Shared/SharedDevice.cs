namespace Nestwerk.Shared;

/// <summary>Marks a request from a device that others use too: nothing is to stay on it.</summary>
public sealed record SharedDevice;
