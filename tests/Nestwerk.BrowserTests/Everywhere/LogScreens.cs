using Nestwerk.BrowserTests.Host;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>The pages of a meeting that was given, of remarks, of figures, and of today.</summary>
static class LogScreens
{
    const string Nele = Meetings.Author;
    const string Editor = "Tom Beeckman";
    static readonly Guid Given = DemoIds.For($"given {DemoWorld.Ninove} Straks met drie -24");
    static readonly Guid Older = DemoIds.For($"given {DemoWorld.Ninove} Straks met drie -304");
    static readonly string Never = string.Join(' ', new string('W', 120), "nooit");

    public static readonly IReadOnlyList<Screen> All =
    [
        new("today", "/", Nele),
        new("today of an editor", "/", Editor),
        new("today, a question from another house", "/", "Bart Coppens"),
        new("today, nothing", "/", "Koen Raes"),
        new("log", $"/playbook/plans/{Given}/log", Nele),
        new("log of a colleague", $"/playbook/plans/{Given}/log", "Anja Pauwels"),
        new("log, to write", "/playbook/plans/{mine}/log/write", Nele)
        {
            Meeting = () => Meetings.Evening("Kring"),
            Blocks = () => [Meetings.Welcome(10), Meetings.Own("Praten", 30, Pillar.Feel)],
        },
        new("log, to add to", $"/playbook/plans/{Given}/log/write", Nele),
        new(
            "log, wrong",
            $"/playbook/plans/{Given}/log/write",
            Nele,
            page => Screen.SendAsync(page, ("Input.People", "veel"), ("Input.HeldOn", "2099-01-01"))
        ),
        new("remark, new", "/playbook/recipes/{recipe}/improve", Nele),
        new("remark, empty", "/playbook/recipes/{recipe}/improve", Nele, page => Screen.SendAsync(page)),
        new("remarks", "/playbook/improvements", Nele),
        new("remarks of an editor", "/playbook/improvements?show=Open", Editor),
        new("remark, to decide", $"/playbook/improvements/{DemoIds.For($"improvement {Given} 0")}", Editor),
        new(
            "remark, no answer",
            $"/playbook/improvements/{DemoIds.For($"improvement {Given} 0")}",
            Editor,
            page => Screen.SendAsync(page, ("Input.Answer", Never))
        ),
        new("remark, taken up", $"/playbook/improvements/{DemoIds.For($"improvement {Older} 0")}", Nele),
        new("figures", "/playbook/quality", Nele),
        new("figures, none", $"/playbook/quality?book={DemoTogether.Book}", Editor),
        new("review, to read", $"/playbook/recipes/{DemoTogether.Waiting}/review", Editor),
        new("origin that moved", $"/playbook/recipes/{DemoTogether.Corners}/origin", Editor),
        new("books that ask", "/playbook/books/asked", "Bart Coppens"),
    ];
}
