// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>Requests made of sentences, sent through a guard that looks for groups and, if wanted, told to a recorder.</summary>
internal sealed class PieceTraffic
{
    private readonly RequestBuffer _buffer = new();

    public PieceTraffic(DistillationGuard? guard = null)
    {
        Guard = guard ?? Builder().Build();
        Recorder = new CalibrationRecorder(Guard);
    }

    public DistillationGuard Guard { get; }

    public CalibrationRecorder Recorder { get; }

    public DateTimeOffset Time { get; set; } = Samples.Start;

    public static DistillationGuardBuilder Builder() =>
        new DistillationGuardBuilder().UseSecret(Samples.Secret).AddTemplateReuse();

    /// <summary>A sentence that is one piece, another one for every number.</summary>
    public static string Sentence(int number) =>
        $"Please handle the {Word(number)} matter {Word(number / 7)} with {Word(number * 31)} care and patience. ";

    public Verdict Send(string account, string? organization, string text)
    {
        _buffer.Clear();
        _buffer.Add(MessageRole.User, text);
        Verdict verdict = Guard.Inspect(new InferenceRequest
        {
            Time = Time,
            Caller = new Caller { Account = account, Organization = organization },
            Api = ApiKind.OpenAIChatCompletions,
            Content = _buffer.Content,
        });
        Recorder.Note(Time, in verdict);
        if (Guard.Analyze(Time))
        {
            Recorder.NoteGroups();
        }

        return verdict;
    }

    /// <summary>Several organizations of one account send a sentence with different texts around it: a group, if the piece is rare.</summary>
    public void SendTemplate(int piece, int organizations, string prefix)
    {
        for (int text = 0; text < 4; text++)
        {
            for (int i = 0; i < organizations; i++)
            {
                Send($"{prefix}{i}", null, $"{Sentence(piece)}\n{prefix} {i} {Word(i)} {Word(text)}");
                Time += TimeSpan.FromMinutes(1);
            }
        }

        Look();
    }

    /// <summary>Lets the guard look once more at what has come in.</summary>
    public void Look()
    {
        Time += TimeSpan.FromMinutes(15);
        if (Guard.Analyze(Time))
        {
            Recorder.NoteGroups();
        }
    }

    private static string Word(int number) =>
        string.Create(6, Math.Abs(number), static (letters, rest) =>
        {
            for (int i = 0; i < letters.Length; i++, rest /= 20)
            {
                letters[i] = "bcdfghjklmnpqrstvwxz"[rest % 20];
            }
        });
}
