// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>A disk that takes the header and then nothing more until it is told to go on.</summary>
internal sealed class HangingStream : MemoryStream
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _goOn = new();

    public Task Reached => _reached.Task;

    public void GoOn() => _goOn.Set();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        base.Write(buffer);
        _reached.TrySetResult();
        _goOn.Wait(TimeSpan.FromSeconds(30));
    }

    protected override void Dispose(bool disposing)
    {
        _goOn.Dispose();
        base.Dispose(disposing);
    }
}
