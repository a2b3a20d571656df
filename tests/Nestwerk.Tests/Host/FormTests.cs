using AngleSharp.Html.Parser;

namespace Nestwerk.Tests.Host;

public sealed class FormTests
{
    const string Html = """
        <form method="post" action="/save" enctype="multipart/form-data">
          <input name="title" value="Thee"><input name="off" value="1" disabled>
          <input type="checkbox" name="yes" value="true" checked><input type="checkbox" name="no" value="true">
          <textarea name="note">lang</textarea>
          <select name="size"><option value="s">s</option><option value="m" selected>m</option></select>
          <button name="verb" value="save">Save</button><button name="verb" value="up" formaction="/up">Up</button>
        </form>
        """;

    [Fact]
    public void A_button_sends_what_a_browser_would_send()
    {
        var form = Press("button[value=up]");

        Assert.Equal([("title", "Thee"), ("yes", "true"), ("note", "lang"), ("size", "m"), ("verb", "up")], form.Values([]));
        Assert.Equal("/up", form.Action);
        Assert.True(form.IsPost);
        Assert.True(form.IsMultipart);
    }

    [Fact]
    public void Fields_can_be_filled_in_anew_added_and_left_out()
    {
        var form = Press("form");

        Assert.Equal(
            [("yes", "true"), ("size", "m"), ("title", "Koffie"), ("extra", "1"), ("verb", "save")],
            form.Values([("title", "Koffie"), ("note", null), ("extra", "1")])
        );
    }

    static Form Press(string selector) => Form.Of(new HtmlParser().ParseDocument(Html).QuerySelector(selector)!);
}
