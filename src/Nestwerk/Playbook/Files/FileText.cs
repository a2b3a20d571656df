using System.Globalization;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Files;

/// <summary>What a file is and how large, in words.</summary>
static class FileText
{
    const double Mega = 1024 * 1024;

    public static string About(FileFacts file, T t) => t["file.about", t[FileKinds.Word(file.Type)], Size(file.Length, t)];

    static string Size(int length, T t) =>
        length < Mega / 10
            ? t["file.kilo", Math.Max(1, length / 1024)]
            : t["file.mega", (length / Mega).ToString("0.0", CultureInfo.CurrentCulture)];
}
