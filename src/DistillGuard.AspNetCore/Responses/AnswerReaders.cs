// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Keeps a few readers for reuse, so that a steady stream of answers makes no new ones. Safe on any thread.</summary>
internal sealed class AnswerReaders
{
    private readonly AnswerReader?[] _idle = new AnswerReader?[64];
    private readonly GatewayOptions _options;

    public AnswerReaders(GatewayOptions options) => _options = options;

    public AnswerReader Rent()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } reader)
            {
                return reader;
            }
        }

        return new AnswerReader(_options);
    }

    public void Return(AnswerReader reader)
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], reader, null) is null)
            {
                return;
            }
        }
    }
}
