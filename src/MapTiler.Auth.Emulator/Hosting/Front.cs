namespace MapTiler.Emulator;

/// <summary>One of MapTiler's hosts: who may enter, and what is answered to those who may.</summary>
internal abstract class Front
{
    public abstract Admission Admit(IncomingRequest request);

    public abstract ValueTask<Answer> RespondAsync(IncomingRequest request, CancellationToken cancellationToken);
}
