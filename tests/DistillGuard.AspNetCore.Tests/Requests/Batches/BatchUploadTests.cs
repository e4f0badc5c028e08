// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Requests.Batches;

[CancelAfter(60_000)]
public sealed class BatchUploadTests
{
    private const string ChatLine = """{"custom_id":"1","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":"one {\"} two"}]}}""";
    private const string ResponsesLine = """{"custom_id":"2","method":"POST","url":"/v1/responses","body":{"model":"m","input":"three"}}""";

    [Test]
    public async Task Send_FileOfRequests_HasEveryLineInspectedByItself()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/files", Form(ChatLine + "\n" + ResponsesLine + "\n", "batch")));
        GuardedExchange first = await host.Observer.NextAsync();
        GuardedExchange second = await host.Observer.NextAsync();

        Assert.That(
            (first.BatchItem, first.Api, first.Verdict.IsEvaluated, second.BatchItem, second.Api, second.Verdict.IsEvaluated, host.Outcomes.Outcomes.Count),
            Is.EqualTo((0, ApiKind.OpenAIChatCompletions, true, 1, ApiKind.OpenAIResponses, true, 2)));
    }

    [Test]
    public async Task Send_FileOfRequests_ShowsObserversTheRequestOfEachLine()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/files", Form(ResponsesLine, "batch")));
        await host.Observer.NextAsync();

        Assert.That(host.Observer.Bodies.Single(), Is.EqualTo("""{"model":"m","input":"three"}"""));
    }

    [Test]
    public async Task Send_InlineBatch_HasEveryRequestInspectedByItself()
    {
        const string Body = """{"requests":[{"custom_id":"a","params":{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"]}\\\""}]}},{"custom_id":"b","params":{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"x"}]}}]}""";
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/messages/batches", Body));
        GuardedExchange first = await host.Observer.NextAsync();
        GuardedExchange second = await host.Observer.NextAsync();

        Assert.That(
            (first.Verdict.NotEvaluated, second.Verdict.NotEvaluated, second.Api, host.Counters.BatchItems, host.Counters.BatchUploads),
            Is.EqualTo((NotEvaluatedReason.None, NotEvaluatedReason.None, ApiKind.AnthropicMessages, 2L, 1L)));
    }

    [Test]
    public async Task Send_UploadBeyondTheBound_HasEveryItemInspectedAsItPassesAndArrivesWhole([Values] Transport transport, [Values] bool isInline)
    {
        const int Items = 500;
        long received = 0;
        HttpContent content = isInline ? Inline(Items) : Form(string.Concat(Enumerable.Repeat(ChatLine + "\r\n", Items)), "batch");
        long sent = (await content.ReadAsByteArrayAsync()).Length;
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = transport,
            Gateway = gateway => gateway.Configure(options => options.MaxBodyBytes = 8 * 1024),
            Upstream = async context =>
            {
                var buffer = new byte[1000];
                int read;
                while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
                {
                    received += read;
                }
            },
        });

        await host.Client.SendAsync(Samples.Post(isInline ? "/v1/messages/batches" : "/v1/files", content));
        for (int i = 0; i < Items; i++)
        {
            await host.Observer.NextAsync();
        }

        Assert.That((received, host.Guard.Counters.Evaluated, host.Outcomes.Outcomes.Count), Is.EqualTo((sent, (long)Items, Items)));
    }

    [Test]
    public async Task Send_FileForAnotherPurpose_IsPassedByWhole([Values(true, false)] bool purposeFirst)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Upstream = Upstreams.Echo });
        MultipartFormDataContent form = Form("""{"messages":[{"role":"user","content":"a training line"}]}""", "fine-tune", purposeFirst);
        byte[] sent = await form.ReadAsByteArrayAsync();

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post("/v1/files", form));
        byte[] echoed = await response.Content.ReadAsByteArrayAsync();

        Assert.That((echoed.AsSpan().SequenceEqual(sent), host.Counters.PassedBy, host.Counters.Exchanges), Is.EqualTo((true, 1L, 0L)));
    }

    [Test]
    public async Task Send_LineThatIsNoRequest_IsNotEvaluatedAndTheOthersAre()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/files", Form($"{{broken\n{ChatLine}\n", "batch")));
        GuardedExchange first = await host.Observer.NextAsync();
        GuardedExchange second = await host.Observer.NextAsync();

        Assert.That((first.Verdict.NotEvaluated, second.Verdict.NotEvaluated), Is.EqualTo((NotEvaluatedReason.InvalidJson, NotEvaluatedReason.None)));
    }

    [Test]
    public async Task Send_LineForAnUnknownApi_IsNotEvaluated()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/files", Form("""{"url":"/v1/embeddings","body":{"input":"x"}}""", "batch")));

        Assert.That((await host.Observer.NextAsync()).Verdict.NotEvaluated, Is.EqualTo(NotEvaluatedReason.UnknownApi));
    }

    [Test]
    public async Task Send_LineBeyondTheBound_IsNotEvaluatedAndTheNextIs()
    {
        string large = ChatLine.Replace("one", new string('x', 3000), StringComparison.Ordinal);
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Gateway = gateway => gateway.Configure(options => options.MaxBodyBytes = 1024),
        });

        await host.Client.SendAsync(Samples.Post("/v1/files", Form($"{large}\n{ChatLine}\n", "batch")));
        GuardedExchange first = await host.Observer.NextAsync();
        GuardedExchange second = await host.Observer.NextAsync();

        Assert.That((first.Verdict.NotEvaluated, second.Verdict.NotEvaluated), Is.EqualTo((NotEvaluatedReason.BodyTooLarge, NotEvaluatedReason.None)));
    }

    [Test]
    public async Task Send_BatchWithoutItems_IsNotEvaluatedNotClean()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/messages/batches", """{"requests":[]}"""));

        Assert.That((await host.Observer.NextAsync()).Verdict.NotEvaluated, Is.EqualTo(NotEvaluatedReason.NoContent));
    }

    [Test]
    public async Task Send_BatchThatNamesAFile_IsNotEvaluatedNotClean()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/batches", """{"input_file_id":"file-1","endpoint":"/v1/chat/completions"}"""));

        Assert.That((await host.Observer.NextAsync()).Verdict.NotEvaluated, Is.EqualTo(NotEvaluatedReason.NoContent));
    }

    [Test]
    public async Task Send_UploadTurnedAwayByTheUpstream_TakesItsItemsBack()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Upstream = context =>
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return Task.CompletedTask;
            },
        });

        await host.Client.SendAsync(Samples.Post("/v1/files", Form(ChatLine + "\n" + ChatLine, "batch")));
        await host.Observer.NextAsync();
        await host.Observer.NextAsync();

        Assert.That(host.Outcomes.Outcomes.Select(outcome => outcome.IsTurnedAway), Is.EqualTo(new[] { true, true }));
    }

    [Test]
    public async Task Send_UploadOfARefusedAccount_IsAnsweredAndNeverReachesTheUpstream()
    {
        bool wasReached = false;
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Gateway = gateway => gateway.Configure(options => options.Default.High = GuardAction.Refuse),
            Upstream = _ =>
            {
                wasReached = true;
                return Task.CompletedTask;
            },
        });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post("/v1/files", Form(ChatLine, "batch"), "high-1"));

        Assert.That((response.StatusCode, wasReached), Is.EqualTo((HttpStatusCode.Forbidden, false)));
    }

    [Test]
    public void FormFileReader_CutAtEveryPlace_FindsTheSameLines()
    {
        byte[] form = Encoding.UTF8.GetBytes(
            "preamble\r\n--b-1\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--b-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jsonl\"\r\n\r\n{1}\r\n\r\n--b\r\n{2}\r\n--b-1\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n{3}\r\n--b-1--\r\n");
        var wrong = new List<int>();
        for (int cut = 0; cut <= form.Length; cut++)
        {
            var sink = new Sink();
            using var reader = new FormFileReader("b-1", 100, sink);
            reader.Read(form.AsSpan(0, cut));
            reader.Read(form.AsSpan(cut));
            if (string.Join('|', sink.Items) != "{1}|--b|{2}")
            {
                wrong.Add(cut);
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void ArrayItemReader_ByteByByte_FindsTheItems()
    {
        var sink = new Sink();
        using var reader = new ArrayItemReader(100, sink);

        foreach (byte next in """ { "x" : "{[" , "requests" : [ {"a":[{"b":"\"}]"}]} , {"c":1} ] , "y":{} } """u8.ToArray())
        {
            reader.Read([next]);
        }

        Assert.That(sink.Items, Is.EqualTo(new[] { """{"a":[{"b":"\"}]"}]}""", """{"c":1}""" }));
    }

    private static MultipartFormDataContent Form(string lines, string purpose, bool purposeFirst = true)
    {
        var form = new MultipartFormDataContent();
        if (purposeFirst)
        {
            form.Add(new StringContent(purpose), "\"purpose\"");
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(lines)), "\"file\"", "\"requests.jsonl\"");
        if (!purposeFirst)
        {
            form.Add(new StringContent(purpose), "\"purpose\"");
        }

        return form;
    }

    private static StringContent Inline(int items)
    {
        string item = """{"custom_id":"a","params":{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"What is a hash table?"}]}}""";
        return new StringContent("{\"requests\":[" + string.Join(",", Enumerable.Repeat(item, items)) + "]}", Encoding.UTF8, "application/json");
    }

    private sealed class Sink : IBatchSink
    {
        public List<string> Items { get; } = [];

        public bool Item(ReadOnlyMemory<byte> json)
        {
            Items.Add(Encoding.UTF8.GetString(json.Span).Trim());
            return true;
        }

        public void LargeItem() => Items.Add("large");
    }
}
