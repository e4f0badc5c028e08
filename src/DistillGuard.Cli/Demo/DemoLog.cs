// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;

namespace DistillGuard.Cli.Demo;

/// <summary>Writes the sample as a traffic log.</summary>
internal static class DemoLog
{
    private const int BytesPerToken = 4;
    private const int Succeeded = 200;

    /// <summary>Writes a log file in place of one that is there.</summary>
    /// <exception cref="ToolException">The place refuses.</exception>
    public static void Write(string path, IReadOnlyList<DemoExchange> exchanges, CancellationToken cancellation)
    {
        try
        {
            using TrafficLogWriter log = TrafficLogWriter.Create(path);
            using var body = new DemoBody();
            for (int i = 0; i < exchanges.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                Write(log, body, exchanges[i], i + 1);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {exception.Message.TrimEnd('.')}; give a folder where this user may " +
                $"write, with --out.", exception);
        }
    }

    private static void Write(TrafficLogWriter log, DemoBody body, DemoExchange exchange, int number)
    {
        DemoAccount account = exchange.Account;
        ReadOnlySpan<byte> request = body.Write(exchange);
        log.Write(new TrafficLogEntry
        {
            Kind = TrafficLogEntryKind.Exchange,
            Time = exchange.Time,
            Id = string.Create(CultureInfo.InvariantCulture, $"demo_{number:D6}"),
            Caller = new Caller
            {
                Account = account.Id,
                Organization = account.Organization,
                Plan = account.Plan,
                Payment = account.Payment,
                Declared = account.Declared,
                AccountCreated = account.Created,
                AccountCountry = CountryCode.Parse(account.Country),
                Address = account.Address,
                UserAgent = account.UserAgent,
                Fingerprint = account.Fingerprint,
            },
            Api = account.Api,
            Request = request,
            Response = new TrafficLogResponse
            {
                Status = Succeeded,
                InputTokens = request.Length / BytesPerToken,
                OutputTokens = exchange.AnswerTokens,
            },
        });
    }
}
