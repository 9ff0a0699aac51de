namespace MlopsBatch.Diagrams;

/// <summary>Colours that can be told apart, also by the colour-blind (Okabe and Ito's palette, https://jfly.uni-koeln.de/color/).</summary>
internal static class Colours
{
    public const string Grey = "#6b7280";
    public const string Blue = "#0072b2";
    public const string Orange = "#c26a00";
    public const string Green = "#00805f";
    public const string Red = "#c0392b";
    public const string Purple = "#a04f86";
    public const string Sky = "#2f95c9";
    public const string Brown = "#7a5c3e";
}
