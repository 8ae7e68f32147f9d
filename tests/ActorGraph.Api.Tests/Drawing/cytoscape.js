import cytoscape from 'cytoscape'
export const draw = ({ nodes, edges }) => cytoscape({ elements: [...nodes, ...edges].map(data => ({ data })) })
