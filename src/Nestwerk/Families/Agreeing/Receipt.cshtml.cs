using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Agreeing;

/// <summary>What was agreed at once with one recipient, on a slip she can take home: in her language, with pictures, without her name.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class ReceiptModel(Circles circles, AuditTrail audit, Holders holders, HouseClock clock) : CirclePage(circles, audit)
{
    static readonly Dictionary<DataClass, string> Pictures = new()
    {
        [DataClass.Contact] = "phone",
        [DataClass.Attendance] = "cal",
        [DataClass.Needs] = "hand",
        [DataClass.Care] = "note",
        [DataClass.Confidential] = "key",
    };

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    public Consent First { get; private set; } = null!;
    public IReadOnlyList<Consent> Together { get; private set; } = [];
    public string Recipient { get; private set; } = "";
    public string Language => ConsentTexts.Known(Lang ?? First.Language);

    protected override bool NeedsCare => false;

    /// <summary>Which sentence says what may be known.</summary>
    public static string WhatOf(Consent yes) => yes is { PartId: not null, Class: DataClass.Care } ? "Part" : $"{yes.Class}";

    public static string PictureOf(DataClass data) => Pictures.GetValueOrDefault(data, "note");

    /// <summary>In figures: they are read in every language.</summary>
    public string Day(DateTime utc) => clock.Local(utc).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var yes = Circle.Facts.Consents.FirstOrDefault(each => each.Id == Id);
        if (yes is null || Circle.Find(yes.MemberId) is null)
            return false;
        First = yes;
        Together =
        [
            .. Circle
                .Facts.Consents.Where(each => (each.MemberId, each.RecipientId, each.From) == (yes.MemberId, yes.RecipientId, yes.From))
                .OrderBy(each => each.Class),
        ];
        Recipient = (await holders.NamesAsync([yes.RecipientId], cancel)).GetValueOrDefault(yes.RecipientId, "");
        return true;
    }
}
