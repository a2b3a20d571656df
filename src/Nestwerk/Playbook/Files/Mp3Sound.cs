using Nestwerk.Shared;

namespace Nestwerk.Playbook.Files;

/// <summary>An MP3 that goes with a recipe: the frames, and nothing that names somebody.</summary>
static class Mp3Sound
{
    public static Cleaned Clean(byte[] raw) => Mp3.FramesIn(raw) is { } sound ? Cleaned.As(FileKinds.Mp3, sound) : Cleaned.Broken;
}
