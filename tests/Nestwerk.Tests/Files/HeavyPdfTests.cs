using System.Text;
using Nestwerk.Playbook.Files;

namespace Nestwerk.Tests.Files;

/// <summary>A document that would take hours to look through is not looked through.</summary>
[Trait("Row", "X")]
public sealed class HeavyPdfTests
{
    const string End = "startxref\n%%EOF";

    [Fact]
    public void A_document_whose_streams_have_no_beginning_is_refused() =>
        Assert.Equal("file.problem.broken", Problem(Times("/A", 200_000) + Times("stream\n", 20_000)));

    [Fact]
    public void A_document_whose_streams_all_begin_in_one_object_is_refused() =>
        Assert.Equal("file.problem.broken", Problem("1 0 obj" + Times("/A", 200_000) + Times("stream\nx\nendstream\n", 10_000)));

    [Fact]
    public void A_document_that_says_in_fifty_thousand_places_who_made_it_is_refused() =>
        Assert.Equal(
            "file.problem.pdfTells",
            Problem(string.Concat(Enumerable.Range(1, 50_000).Select(number => $"/Info {number} 0 R\n")))
        );

    [Fact]
    public void A_document_with_the_same_object_in_a_hundred_places_is_refused() =>
        Assert.Equal("file.problem.pdfTells", Problem("/Info 1 0 R\n" + Times("1 0 obj << /Title (x) >> endobj\n", 100)));

    [Fact]
    public void A_little_document_may_not_grow_as_much_as_a_large_one()
    {
        var grows = Made.Packed("", new byte[3 * 1024 * 1024]);

        Assert.Equal("file.problem.bomb", FileKinds.Clean(Made.Pdf("", grows)).Problem);
        Assert.Null(FileKinds.Clean(Made.Pdf("", grows, $"({new string('x', 30_000)})")).Problem);
    }

    [Fact]
    public void A_document_that_was_changed_some_times_and_has_many_pictures_is_kept()
    {
        var pictures = Enumerable.Repeat(Made.Packed("/Subtype /Image", Encoding.ASCII.GetBytes(Times("picture ", 500))), 300);
        var changed = Made.Text(Times("4 0 obj\n<< /Title (anders) >>\nendobj\ntrailer\n<< /Info 4 0 R >>\nstartxref\n9\n%%EOF\n", 10));

        var clean = FileKinds.Clean([.. Made.Pdf("", [.. pictures]), .. changed]);

        Assert.Null(clean.Problem);
        Assert.DoesNotContain("anders", Encoding.Latin1.GetString(clean.Content), StringComparison.Ordinal);
    }

    static string? Problem(string body) => FileKinds.Clean(Made.Text($"%PDF-1.7\n{body}{End}")).Problem;

    static string Times(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
