// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Scale;

/// <summary>A thread that makes garbage without rest, as a busy host does: small arrays, some of which live on for a while.</summary>
internal sealed class GarbageMaker : IDisposable
{
    private const int Kept = 20_000;
    private const int LongestArray = 4_096;

    private readonly byte[][] _kept = new byte[Kept][];
    private readonly Thread _thread;
    private volatile bool _isStopped;

    public GarbageMaker()
    {
        _thread = new Thread(Work) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _isStopped = true;
        _thread.Join();
    }

    private void Work()
    {
        var random = new Random(3);
        while (!_isStopped)
        {
            byte[] made = new byte[random.Next(16, LongestArray)];
            if (random.Next(8) == 0)
            {
                _kept[random.Next(Kept)] = made;
            }
        }
    }
}
