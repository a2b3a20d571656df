using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Cli.Demo;

/// <summary>The same identifier for the same word, every time the demo is made.</summary>
static class DemoIds
{
    public static Guid For(string word) => new(SHA256.HashData(Encoding.UTF8.GetBytes("nestwerk demo " + word)).AsSpan(0, 16));
}
