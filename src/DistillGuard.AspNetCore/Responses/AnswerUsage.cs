// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Tokens as an answer counts them; what comes later in a stream replaces what came before.</summary>
internal sealed class AnswerUsage
{
    private const long Most = 1L << 40;

    private long _input;
    private long _inputBeside;
    private long _cached;
    private long _cachedBeside;
    private long _output;
    private long _outputBeside;

    /// <summary>All tokens of the request, those from a cache included.</summary>
    public long Input => _input + _inputBeside + _cachedBeside;

    /// <summary>Tokens of the request that came from a cache.</summary>
    public long Cached => _cached + _cachedBeside;

    /// <summary>All tokens of the answer, those of reasoning included.</summary>
    public long Output => _output + _outputBeside;

    public void Clear() => _input = _inputBeside = _cached = _cachedBeside = _output = _outputBeside = 0;

    /// <summary>Takes a number of tokens.</summary>
    /// <returns>Whether it could be one.</returns>
    public bool Take(AnswerField field, long tokens)
    {
        if (tokens is < 0 or > Most)
        {
            return false;
        }

        switch (field)
        {
            case AnswerField.InputTokens:
                _input = tokens;
                break;
            case AnswerField.InputTokensBeside:
                _inputBeside = tokens;
                break;
            case AnswerField.CachedTokens:
                _cached = tokens;
                break;
            case AnswerField.CachedTokensBeside:
                _cachedBeside = tokens;
                break;
            case AnswerField.OutputTokens:
                _output = tokens;
                break;
            case AnswerField.OutputTokensBeside:
                _outputBeside = tokens;
                break;
        }

        return true;
    }
}
