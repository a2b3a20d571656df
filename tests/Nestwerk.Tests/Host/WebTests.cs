using Nestwerk.Access;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Host;

/// <summary>
/// Base of every test over HTTP. The tests are written once, in an abstract class, and run on both databases:
/// <code>
/// public sealed class PlansOnSqlite(SqliteHost host) : PlansTests(host), IClassFixture&lt;SqliteHost&gt;;
/// public sealed class PlansOnPostgres(PostgresHost host) : PlansTests(host), IClassFixture&lt;PostgresHost&gt;;
/// </code>
/// </summary>
public abstract class WebTests
{
    protected WebTests(TestHost host)
    {
        Installed.Require("postgres", host.Missing);
        TheHost = host;
    }

    protected TestHost TheHost { get; }
    protected NestwerkApp App => TheHost.App;
    protected ManualTime Time => App.Time;

    protected Browser Visitor() => App.Visitor();

    protected Task<Browser> SignInAsync(Inhabitant who, string method = SessionClaims.SecondFactor) => App.SignInAsync(who, method);
}
