// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// One account or several as the sender of traffic. Immutable; made by <see cref="Traffic.From(string, string)"/> and
/// its like.
/// </summary>
public sealed class TrafficSource
{
    private readonly Traffic _traffic;
    private readonly Identity[] _identities;

    internal TrafficSource(Traffic traffic, Identity[] identities)
    {
        _traffic = traffic;
        _identities = identities;
    }

    /// <summary>The same senders, each changed: <c>With(who => who with { Payment = "card" })</c>.</summary>
    public TrafficSource With(Func<Identity, Identity> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new TrafficSource(_traffic, Array.ConvertAll(_identities, identity => change(identity)));
    }

    /// <summary>The same senders, each changed with its number, counted from 0.</summary>
    public TrafficSource With(Func<Identity, int, Identity> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new TrafficSource(_traffic, [.. _identities.Select(change)]);
    }

    /// <summary>Sends the neutral prompt, or a given one.</summary>
    /// <param name="count">How many requests each account sends.</param>
    /// <param name="every">
    /// Time between two requests of one account; several accounts share it evenly. The clock also moves on by it after
    /// the last.
    /// </param>
    /// <param name="prompt">The user's text. Default: <see cref="Exchange.NeutralPrompt"/>.</param>
    /// <param name="system">The system text. Default: none.</param>
    /// <param name="status">HTTP status of the answers.</param>
    /// <param name="inputTokens">Tokens of each request as billed.</param>
    /// <param name="outputTokens">Tokens of each answer as billed.</param>
    /// <returns>The traffic.</returns>
    public Traffic Send(
        int count,
        TimeSpan every = default,
        string prompt = Exchange.NeutralPrompt,
        string system = "",
        int status = 200,
        long inputTokens = 200,
        long outputTokens = 300) =>
        Send(count, every, new Exchange
        {
            Prompt = prompt,
            System = system,
            Status = status,
            InputTokens = inputTokens,
            OutputTokens = outputTokens,
        });

    /// <summary>Sends the same exchange again and again.</summary>
    /// <param name="count">How many requests each account sends.</param>
    /// <param name="every">Time between two requests of one account.</param>
    /// <param name="exchange">What is sent and what comes back.</param>
    /// <returns>The traffic.</returns>
    public Traffic Send(int count, TimeSpan every, Exchange exchange) => Send(count, every, _ => exchange);

    /// <summary>
    /// Sends exchanges made by their number: <c>Send(9, every, i => new Exchange { Prompt = $"Task {i}" })</c>.
    /// </summary>
    /// <param name="count">How many requests each account sends.</param>
    /// <param name="every">Time between two requests of one account.</param>
    /// <param name="exchange">Makes an exchange from its number over all accounts, counted from 0.</param>
    /// <returns>The traffic.</returns>
    public Traffic Send(int count, TimeSpan every, Func<int, Exchange> exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.Zero);
        TimeSpan gap = every / _identities.Length;
        for (int i = 0; i < count * _identities.Length; i++)
        {
            _traffic.Send(_identities[i % _identities.Length], exchange(i));
            _traffic.Pass(gap);
        }

        return _traffic;
    }
}
