using Microsoft.AspNetCore.Html;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Tongues;

/// <summary>The texts of a parent's page in her language. Injected in each of them as <c>P</c>.</summary>
public sealed class P(TongueShelf shelf, IHttpContextAccessor http, NestwerkOptions house, HouseClock clock)
{
    /// <summary>Goes with the window: nothing stays behind on the phone.</summary>
    public const string Cookie = "nestwerk-my-language";

    TongueBook book = TongueBook.OfTheProduct;

    public Tongue Tongue { get; private set; } = Tongue.OfTheProduct[0];
    public IReadOnlyList<Tongue> Tongues => book.Tongues;

    /// <summary>Finds her language: what she chose in this window, else hers, else what her phone asks, else that of the House.</summary>
    public async Task SpeakAsync(string? hers, CancellationToken cancel)
    {
        book = await shelf.BookAsync(cancel);
        var request = http.HttpContext!.Request;
        Tongue =
            book.Find(request.Cookies[Cookie])
            ?? book.Find(hers)
            ?? AskedBy(request)
            ?? book.Find(house.Language)
            ?? Tongue.OfTheProduct[0];
    }

    public string this[string key] => book.Text(key, Tongue.Code, house.Language);

    /// <summary>The text with values in it, each kept apart from the writing direction around it.</summary>
    public IHtmlContent Say(string key, params object[] values) => Isolated.Fill(this[key], values);

    /// <summary>The text for a number: <c>key.one</c> or <c>key.many</c>.</summary>
    public IHtmlContent Count(string key, int number) => Isolated.Fill(this[Key(key, number == 1 ? "one" : "many")], number);

    /// <summary>Where the text can be heard; null when nobody spoke it yet.</summary>
    public string? Voice(string key) => book.Spoken.TryGetValue((Tongue.Code, key), out var id) ? Links.Voice(id) : null;

    /// <summary>The key of the text for one value of several, as <c>my.class.Care</c>.</summary>
    public static string Key(string root, object value) => $"{root}.{value}";

    public string Day(DateTime utc) => Tongue.Day(DateOnly.FromDateTime(clock.Local(utc)));

    public string Date(DateOnly day) => Tongue.Date(day);

    public string Month(DateOnly month) => Tongue.Month(month);

    public string Hour(DateTime utc) => clock.Local(utc).ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Several things in one sentence.</summary>
    public string List(IEnumerable<string> things) => string.Join(this["my.comma"], things);

    public string Classes(DataClasses classes) =>
        List(Enum.GetValues<DataClass>().Where(each => ((int)classes & (1 << (int)each)) != 0).Select(each => this[Key("my.class", each)]));

    Tongue? AskedBy(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => book.Find(asked.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(found => found is not null);
}
