using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.WebEncoders;
using Nestwerk.Shared.Mail;
using Nestwerk.Shared.Sending;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Shared;

static class SharedServices
{
    public const string LanguageCookie = "nestwerk-language";

    public static IServiceCollection AddShared(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All)); // é stays é
        services
            .AddSingleton<T>()
            .AddSingleton<HouseClock>()
            .AddSingleton<KeptFormSeal>()
            .AddSingleton<KeyRing>()
            .AddSingleton<RecoveryRing>()
            .AddSingleton<SealedBox>();
        services.AddSingleton<Leases>().AddSingleton<SettingsStore>().AddScoped<Outbox>().AddScoped<SealedSecrets>();
        services.AddScoped<ISealedColumn, MailPassword>().AddScoped<ISealedColumn, OutboxContent>();
        services.AddSingleton<OpenSecrets>().AddScoped<HouseSecrets>().AddScoped<ISealedColumn, HouseSecrets>();
        services.AddSingleton<SmtpChannel>().AddSingleton<SmsChannel>().AddSingleton<FolderChannel>();
        services.AddSends<OutboxMail, LetterPost>();
        services.AddCookieKeys();
        services.AddOutputCache(cache => cache.AddPolicy("Public", KeepPublicPages)).AddSingleton<PublicPages>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        services.Configure<RequestLocalizationOptions>(SetLanguages);
        return services;
    }

    /// <summary>A sender for one kind of outgoing row, with what knows that kind.</summary>
    public static void AddSends<TRow, TPost>(this IServiceCollection services)
        where TRow : Outgoing
        where TPost : class, IPost<TRow>
    {
        services.AddScoped<IPost<TRow>, TPost>().AddScoped<IOutgoingState, OutgoingState<TRow>>();
        services.AddSingleton<Sender<TRow>>().AddHostedService<SendingRounds<TRow>>();
    }

    static void KeepPublicPages(OutputCachePolicyBuilder policy) =>
        policy
            .Expire(TimeSpan.FromMinutes(10))
            .SetVaryByQuery([])
            .VaryByValue(context => new KeyValuePair<string, string>(
                "version",
                context.RequestServices.GetRequiredService<PublicPages>().Version
            ));

    /// <summary>The keys of cookies and forms are files beside the sealing keys, never rows.</summary>
    static void AddCookieKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Nestwerk");
        services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<NestwerkOptions, ILoggerFactory>(
                (keys, options, logs) =>
                {
                    var folder = Path.Combine(options.KeysFolder, "cookies");
                    PrivateFolder.Ensure(options.KeysFolder);
                    PrivateFolder.Ensure(folder);
                    keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new(folder), logs);
                }
            );
    }

    static void SetLanguages(RequestLocalizationOptions options)
    {
        var cultures = Languages.All.Select(Languages.Culture).ToList();
        options.DefaultRequestCulture = new(cultures[0]);
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(Choose(context))),
        ];
    }

    /// <summary>Public pages carry the language in the path, staff pages in a cookie.</summary>
    static ProviderCultureResult Choose(HttpContext context)
    {
        var first = context.Request.Path.Value?.Split('/', 3) is [_, var segment, ..] ? segment : "";
        var language = Languages.All.Contains(first, StringComparer.Ordinal) ? first : Languages.ChosenBy(context.Request);
        return new(Languages.Culture(Languages.Known(language)).Name);
    }

    public static void UseLanguage(this WebApplication app) => app.UseRequestLocalization();

    /// <summary>What the framework says of a value that does not fit, in words and in the user's language.</summary>
    public static void AddPlainWords(this MvcOptions mvc)
    {
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Texts.Get("form.invalid"));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Texts.Get("form.invalid"));
        messages.SetUnknownValueIsInvalidAccessor(_ => Texts.Get("form.invalid"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Texts.Get("form.invalid"));
        messages.SetValueIsInvalidAccessor(_ => Texts.Get("form.invalid"));
        messages.SetValueMustNotBeNullAccessor(_ => Texts.Get("form.required"));
        messages.SetMissingBindRequiredValueAccessor(_ => Texts.Get("form.required"));
        messages.SetMissingKeyOrValueAccessor(() => Texts.Get("form.required"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Texts.Get("form.required"));
        messages.SetValueMustBeANumberAccessor(_ => Texts.Get("form.number"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Texts.Get("form.number"));
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
