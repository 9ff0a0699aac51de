namespace Amazon.SageMaker.Model;

/// <summary>What later data is compared with.</summary>
public class DriftCheckBaselines
{
    public DriftCheckModelDataQuality? ModelDataQuality { get; set; }
}
