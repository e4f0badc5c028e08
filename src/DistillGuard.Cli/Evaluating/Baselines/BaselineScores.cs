// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating.Baselines;

/// <summary>Turns what was read into the scores of simple rules, for every account the highest of its days.</summary>
/// <remarks>None of them sees a label. Length and words measure how far a day's mean lies from the log's, in standard errors.</remarks>
internal static class BaselineScores
{
    public static IReadOnlyList<Baseline> All(EvalRecorder recorder) =>
    [
        new Baseline("volume only", Highest(recorder, static day => day.Exchanges)),
        new Baseline("length only", Highest(recorder, LengthScore(recorder))),
        new Baseline("bag of words", Highest(recorder, WordScore(recorder))),
        new Baseline("shared exact system prompt", Highest(recorder, day => Shared(recorder, day))),
    ];

    private static double Shared(EvalRecorder recorder, DayScores day)
    {
        int most = 0;
        foreach (ulong prompt in day.Baselines.SystemPrompts)
        {
            most = Math.Max(most, recorder.SharedPrompts.Organizations(prompt));
        }

        return most;
    }

    private static Dictionary<string, double> Highest(EvalRecorder recorder, Func<DayScores, double> score) =>
        recorder.Accounts.Values.ToDictionary(account => account.Name, account => account.Days.Max(score), StringComparer.Ordinal);

    private static Func<DayScores, double> LengthScore(EvalRecorder recorder)
    {
        DayScores[] days = [.. Read(recorder)];
        double requests = days.Sum(static day => day.Baselines.Requests);
        double mean = days.Sum(static day => day.Baselines.LogLength) / requests;
        double spread = Math.Sqrt(days.Average(day => Math.Pow(MeanLength(day) - mean, 2)));
        return day => day.Baselines.Requests == 0 || spread == 0
            ? 0
            : Math.Abs(MeanLength(day) - mean) / spread * Math.Sqrt(day.Baselines.Requests);
    }

    private static Func<DayScores, double> WordScore(EvalRecorder recorder)
    {
        double[] mean = new double[BaselineSums.Buckets];
        double requests = 0;
        foreach (DayScores day in Read(recorder))
        {
            requests += day.Baselines.Requests;
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += day.Baselines.Words[i];
            }
        }

        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] /= requests;
        }

        return day => Distance(day.Baselines, mean) * Math.Sqrt(day.Baselines.Requests);
    }

    private static double Distance(BaselineSums sums, double[] mean)
    {
        double squares = 0;
        for (int i = 0; i < mean.Length && sums.Requests > 0; i++)
        {
            double difference = (sums.Words[i] / sums.Requests) - mean[i];
            squares += difference * difference;
        }

        return Math.Sqrt(squares);
    }

    private static double MeanLength(DayScores day) => day.Baselines.LogLength / day.Baselines.Requests;

    private static IEnumerable<DayScores> Read(EvalRecorder recorder) =>
        recorder.Accounts.Values.SelectMany(static account => account.Days).Where(static day => day.Baselines.Requests > 0);
}
