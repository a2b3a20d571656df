using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Nestwerk.Tests.Architecture;

/// <summary>
/// How long each method is, from the compiler's own line table. Counted are the lines of the body between its braces,
/// or of the expression; the lines of lambdas count for the method they stand in. Signatures do not count, nor does
/// what the fields of a type begin with. <c>Program.Build</c> is the one list that may be longer.
/// </summary>
static class Methods
{
    public static IEnumerable<(string Where, int Lines)> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        using var lines = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var (types, table) = (file.GetMetadataReader(), lines.GetMetadataReader());
        foreach (var handle in table.MethodDebugInformation)
        {
            var points = table.GetMethodDebugInformation(handle).GetSequencePoints().Where(point => !point.IsHidden).ToList();
            if (types.GetString(types.GetMethodDefinition(handle.ToDefinitionHandle()).Name) is ".ctor" or ".cctor")
                points.RemoveRange(0, Math.Max(0, points.FindIndex(IsBrace) is var brace and >= 0 ? brace : points.Count));
            if (points.Count == 0)
                continue;
            var source = table.GetString(table.GetDocument(points[0].Document).Name).Replace('\\', '/');
            if (IsWritten(source))
                yield return ($"{Path.GetFileName(source)}:{points.Min(point => point.StartLine)}", Length(points));
        }
    }

    static bool IsWritten(string source) =>
        source.EndsWith(".cs", StringComparison.Ordinal)
        && !source.EndsWith("src/Nestwerk/Program.cs", StringComparison.Ordinal)
        && !source.Contains("/obj/", StringComparison.Ordinal)
        && !source.Contains("/Migrations/", StringComparison.Ordinal);

    static int Length(List<SequencePoint> points)
    {
        var lines = points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
        return IsBrace(points[0]) ? lines - 2 : lines;
    }

    static bool IsBrace(SequencePoint point) => point.StartLine == point.EndLine && point.EndColumn - point.StartColumn == 1;
}
