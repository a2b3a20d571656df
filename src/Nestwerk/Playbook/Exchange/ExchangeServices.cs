namespace Nestwerk.Playbook.Exchange;

static class ExchangeServices
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services;
}
