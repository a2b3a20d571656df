using Nestwerk.Data;

namespace Nestwerk.Tests.Data;

public sealed class WriteGateTests
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Writers_go_through_one_by_one_in_the_order_in_which_they_came()
    {
        using var gate = new WriteGate(closed: true, Long);
        var order = new List<int>();
        var first = await gate.EnterAsync(default);

        var others = Enumerable.Range(1, 5).Select(number => PassAsync(number)).ToList();
        Assert.Empty(order);
        first.Dispose();
        await Task.WhenAll(others);

        Assert.Equal([1, 2, 3, 4, 5], order);

        async Task PassAsync(int number)
        {
            using var turn = await gate.EnterAsync(default);
            order.Add(number);
        }
    }

    [Fact]
    public async Task Whoever_waits_too_long_is_sent_away_and_the_next_still_comes_through()
    {
        using var gate = new WriteGate(closed: true, TimeSpan.FromMilliseconds(50));
        var slow = await gate.EnterAsync(default);

        await Assert.ThrowsAsync<GateTimeoutException>(() => gate.EnterAsync(default));
        slow.Dispose();

        (await gate.EnterAsync(default)).Dispose();
    }

    [Fact]
    public async Task A_turn_given_back_twice_lets_only_one_through()
    {
        using var gate = new WriteGate(closed: true, TimeSpan.FromMilliseconds(50));
        var turn = await gate.EnterAsync(default);
        turn.Dispose();
        turn.Dispose();

        using var next = await gate.EnterAsync(default);

        await Assert.ThrowsAsync<GateTimeoutException>(() => gate.EnterAsync(default));
    }

    [Fact]
    public async Task On_a_database_that_takes_many_writers_it_stands_open()
    {
        using var gate = new WriteGate(closed: false, TimeSpan.Zero);

        using var one = await gate.EnterAsync(default);
        using var two = await gate.EnterAsync(default);

        Assert.NotSame(one, two);
    }
}
