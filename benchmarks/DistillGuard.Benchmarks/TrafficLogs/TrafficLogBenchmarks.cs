// SPDX-License-Identifier: MIT

using System.Net;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DistillGuard.Apis;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;

namespace DistillGuard.Benchmarks.TrafficLogs;

/// <summary>One line of a traffic log with a prompt of about 1 KB: who, when, whence, and the request's texts.</summary>
public class TrafficLogBenchmarks
{
    private const int Lines = 512;

    private readonly RequestBuffer _buffer = new();
    private StreamReader _stockReader = null!;
    private TrafficLogReader _reader = null!;

    [GlobalSetup]
    public void Prepare()
    {
        byte[] log = SampleLog.Write(Lines);
        _stockReader = new StreamReader(new EndlessStream(log));
        _reader = new TrafficLogReader(new EndlessStream(log), "sample");
        for (int line = 0; line < Lines; line++)
        {
            if (DistillGuardLineAndBody() <= 0)
            {
                throw new InvalidOperationException($"Line {line} was not read.");
            }
        }

        if (_reader.Counters.Skipped != 0 || _reader.Counters.Incomplete != 0)
        {
            throw new InvalidOperationException($"The reader found fault: {_reader.Problems[0]}");
        }
    }

    [GlobalCleanup]
    public void Clean()
    {
        _stockReader.Dispose();
        _reader.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int StockJsonDocument()
    {
        using JsonDocument document = JsonDocument.Parse(_stockReader.ReadLine()!);
        JsonElement line = document.RootElement;
        JsonElement client = line.GetProperty("client");
        int length = line.GetProperty("account").GetString()!.Length
            + line.GetProperty("organization").GetString()!.Length
            + line.GetProperty("plan").GetString()!.Length
            + client.GetProperty("user_agent").GetString()!.Length
            + client.GetProperty("ja4").GetString()!.Length
            + line.GetProperty("time").GetDateTimeOffset().Second
            + line.GetProperty("response").GetProperty("status").GetInt32()
            + (int)IPAddress.Parse(client.GetProperty("ip").GetString()!).AddressFamily;
        foreach (string text in StockTexts.Read(line.GetProperty("request")))
        {
            length += text.Length;
        }

        return length + line.GetProperty("api").GetString()!.Length;
    }

    /// <summary>The line without the texts inside its request body.</summary>
    [Benchmark]
    [HotPath]
    public int DistillGuardLine() => _reader.Read(out TrafficLogEntry entry) ? entry.Request.Length : -1;

    [Benchmark]
    [HotPath]
    public int DistillGuardLineAndBody()
    {
        return _reader.Read(out TrafficLogEntry entry) && RequestReader.Read(entry.Api, entry.Request, _buffer).IsRead
            ? _buffer.TextLength
            : -1;
    }
}
