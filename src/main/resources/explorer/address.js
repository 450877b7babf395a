/** The address of a view with parameters: #/network?type=Threat */
export function address(name, params) {
  const kept = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(kept).toString();
  return `#/${name}${query ? `?${query}` : ''}`;
}
