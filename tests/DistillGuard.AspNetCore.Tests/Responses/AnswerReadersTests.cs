// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Responses;

public sealed class AnswerReadersTests
{
    private readonly AnswerReaders _readers = new(new GatewayOptions());

    [Test]
    public void Rent_AfterAsManyWereReturned_MakesNoNewOnes([Values(1, 500)] int count)
    {
        AnswerReader[] readers = [.. Enumerable.Range(0, count).Select(_ => _readers.Rent())];
        Array.ForEach(readers, _readers.Return);

        Assert.That(Enumerable.Range(0, count).Select(_ => _readers.Rent()), Is.EquivalentTo(readers));
    }

    [TestCase(100, true)]
    [TestCase(60_000, false)]
    public void Return_ReaderOfLongSignatures_IsNotKept(int length, bool isKept)
    {
        AnswerReader reader = _readers.Rent();
        reader.Begin(ApiKind.AnthropicMessages, AnswerForm.Json);
        reader.Read(Encoding.UTF8.GetBytes($$"""{"content":[{"signature":"{{new string('x', length)}}"}]}"""));

        _readers.Return(reader);

        Assert.That(ReferenceEquals(_readers.Rent(), reader), Is.EqualTo(isKept));
    }
}
