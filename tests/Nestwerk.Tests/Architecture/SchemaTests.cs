using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Architecture;

/// <summary>What is not kept of anybody: the whole schema is read, tables, columns and the values a column can have.</summary>
public abstract class SchemaTests(TestHost host) : WebTests(host)
{
    [Fact, Trait("Row", "A2")]
    public async Task The_schema_has_no_national_number_no_diagnosis_no_risk_and_calls_nobody_vulnerable() =>
        Verdict.Clean(SchemaWords.Forbidden(SchemaWords.Of(await App.InDbAsync(db => Task.FromResult(db.Model)))));
}

public sealed class SchemaOnSqlite(SqliteHost host) : SchemaTests(host), IClassFixture<SqliteHost>;

public sealed class SchemaOnPostgres(PostgresHost host) : SchemaTests(host), IClassFixture<PostgresHost>;

public sealed class SchemaWordsTests
{
    [Theory]
    [InlineData("FamilyMembers.Rijksregisternummer")]
    [InlineData("FamilyMembers.NationalNumber")]
    [InlineData("People.Insz")]
    [InlineData("Families.RiskScore")]
    [InlineData("Audience.Vulnérables")]
    [InlineData("Audience.KwetsbareGezinnen")]
    [InlineData("Notes.Diagnosis")]
    public void A_label_is_found_in_each_language(string name) => Assert.NotEmpty(SchemaWords.Forbidden([name]));

    [Theory]
    [InlineData("Appointments.Until")]
    [InlineData("FamilyMembers.Name")]
    [InlineData("Consents.Evidence")]
    public void A_plain_name_is_none(string name) => Assert.Empty(SchemaWords.Forbidden([name]));
}

static class SchemaWords
{
    /// <summary>Beginnings of words, in Dutch, French and English, without accents: numbers of the state, illness, risk, and labels.</summary>
    static readonly string[] Stems =
    [
        .. "rijksregister registrenational numeronational nationalnumber nationalregister insz niss bisnumber bisnummer numerobis ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "socialsecurity ehealthnumber diagnos ziekte maladie disorder risico risque riskscore risk score screening ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "kwetsb vulner kansarm precar fragil achtergesteld defavoris underprivileged problemfamily probleemgezin".Split(' '),
    ];

    public static IEnumerable<string> Of(IModel model) =>
        from entity in model.GetEntityTypes()
        from name in Columns(entity).Append(entity.GetTableName() ?? entity.ClrType.Name)
        select name;

    public static IEnumerable<string> Forbidden(IEnumerable<string> names) =>
        from name in names
        from stem in Stems
        where Plain(name).Contains(stem, StringComparison.Ordinal)
        select $"{name} says \"{stem}\"";

    static IEnumerable<string> Columns(ITypeBase type) =>
        type.GetProperties()
            .SelectMany(property => Values(property.ClrType).Select(value => $"{property.Name}.{value}").Append(property.Name))
            .Concat(type.GetComplexProperties().SelectMany(property => Columns(property.ComplexType).Append(property.Name)))
            .Select(name => $"{type.ClrType.Name}.{name}");

    static IEnumerable<string> Values(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choice ? Enum.GetNames(choice) : [];

    static string Plain(string name) =>
        new([
            .. name.Normalize(NormalizationForm.FormD)
                .Where(letter =>
                    CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(letter)
                )
                .Select(char.ToLowerInvariant),
        ]);
}
