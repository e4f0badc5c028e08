// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text;

namespace DistillGuard.TrafficLogs;

/// <summary>Log lines and readers for tests.</summary>
internal static class Logs
{
    /// <summary>An exchange with every member of the format.</summary>
    public static readonly string Full = Json(
        "{'type':'exchange','time':'2026-01-31T23:59:59.123Z','id':'req_1','account':'acct_1','organization':'org_1',"
        + "'credential':'key_1','plan':'team','account_created':'2025-02-03T04:05:06Z','payment':'pm_1',"
        + "'account_country':'DE','declared':['platform','batch'],"
        + "'client':{'ip':'192.0.2.7','user_agent':'curl/8.0','ja4':'t13d'},'api':'google.generate_content',"
        + "'model':'m-1','stream':true,'conversation':'conv_1','end_user':'user_1','request':{'contents':[ ]},"
        + "'response':{'status':200,'id':'resp_1','model':'m-1-served','error':'none','refusal':'cyber',"
        + "'text_hash':'ab12','cached_tokens':1,'input_tokens':2,'output_tokens':3,'finish_reason':'STOP',"
        + "'duration_ms':4.5,'reasoning_signatures':['sig a','sig b']}}");

    /// <summary>An exchange with the required members only.</summary>
    public static readonly string Least = Json(
        "{'time':'2026-01-31T00:00:00.000Z','id':'r','account':'a','api':'openai.responses','request':{}}");

    /// <summary>Makes JSON of text with single quotation marks.</summary>
    public static string Json(string text) => text.Replace('\'', '"');

    /// <summary>The least exchange with one more member.</summary>
    public static string With(string member) => Least[..^1] + "," + Json(member) + "}";

    public static TrafficLogReader Reader(string text, TrafficLogReaderOptions? options = null) =>
        Reader(Encoding.UTF8.GetBytes(text), options);

    public static TrafficLogReader Reader(byte[] bytes, TrafficLogReaderOptions? options = null) =>
        new(new MemoryStream(bytes), "test.jsonl", options);

    /// <summary>The one line's problem.</summary>
    public static TrafficLogProblem ProblemOf(string line)
    {
        using TrafficLogReader reader = Reader(line);
        ReadAll(reader);
        return reader.Problems.Single();
    }

    /// <summary>The one line's entry.</summary>
    public static EntrySnapshot EntryOf(string line) => ReadAll(Reader(line)).Single();

    public static List<EntrySnapshot> ReadAll(TrafficLogReader reader)
    {
        var entries = new List<EntrySnapshot>();
        while (reader.Read(out TrafficLogEntry entry))
        {
            entries.Add(EntrySnapshot.Of(in entry));
        }

        return entries;
    }

    public static byte[] Gzip(string text, CompressionLevel level = CompressionLevel.Optimal)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    /// <summary>An exchange at a second of 2026-01-01.</summary>
    public static string At(int second, string id) => Json(
        $"{{'time':'2026-01-01T{TimeSpan.FromSeconds(second):hh\\:mm\\:ss}.000Z','id':'{id}',"
        + "'account':'a','api':'openai.responses','request':{}}\n");
}
