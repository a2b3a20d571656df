namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>What the House does for the pages of parents. Those pages themselves are looked at in every language of theirs elsewhere.</summary>
static class ParentScreens
{
    const string Technician = "Koen Raes";

    public static readonly IReadOnlyList<Screen> All =
    [
        new("texts for parents", "/parent-texts", Technician),
        new("texts for parents, wrong", "/parent-texts", Technician, page => Screen.SendAsync(page, ("Input.Code", "Arabisch"))),
        new("texts for parents, in Arabic", "/parent-texts/ar", Technician),
        new("text for parents", "/parent-texts/ar/my.hello", Technician),
    ];
}
